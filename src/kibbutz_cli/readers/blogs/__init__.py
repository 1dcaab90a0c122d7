"""Blogs with their posts and comments, and feeds."""
