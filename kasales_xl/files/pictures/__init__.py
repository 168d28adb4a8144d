"""SVG documents as pixels, for chat tools and for programs that show no SVG."""
