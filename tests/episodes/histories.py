"""Episodes made without cargo: a crate broken by a mutation operator, and as it was."""
