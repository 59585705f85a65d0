"""Share (arXiv 2602.06043): many adapters in one pair of bases a layer, each kept as a few coefficients.

torch is imported by the modules of this package; import them where work begins.
"""
