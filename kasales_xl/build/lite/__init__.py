"""The project of xlwings Lite: what people paste into its pane."""
