"""The ``kg`` command: one file per command, each a thin wrapper over the library function that does the work.

Data go to stdout, messages to stderr. Nothing heavy is imported before a command runs, so that ``kg --help``
answers at once.
"""
