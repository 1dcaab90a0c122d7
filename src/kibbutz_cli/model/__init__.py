"""The words of the house: frozen models that every room speaks."""
