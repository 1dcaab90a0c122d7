"""Chats and what they share: rooms, threads, turns and reactions."""
