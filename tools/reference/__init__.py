"""Pages of docs/reference that are written from docstrings, schemas, the command line, the DAGs and the API.

    make reference                        # writes them all
    python -m tools.reference --check     # ends 1 and names those that are stale; tests/test_reference.py does the same

Covered: settings, commands, data formats, DAGs, the page's API. Not covered: prose; everything that these pages say
stands in the code, so that is where it is mended.
"""
