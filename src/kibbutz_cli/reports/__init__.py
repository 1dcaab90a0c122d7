"""What people and programs see: terminal reports and data files, from frozen models to text."""
