"""VBA projects and the compound files that hold them."""
