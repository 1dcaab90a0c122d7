"""The use cases: the only room that sees readers, engines, scoring and reports.

Each is a module, imported when it is asked for: a score does not wait for the models of a backtest.
"""
