"""Pictures of what people look at: sheets as they print, pages as a browser shows them; README's five."""
