"""The ``kg`` group: its commands, and how failures become exit codes."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from kg.cli.authority import authority
from kg.cli.build import build
from kg.cli.console import printable
from kg.cli.coverage import coverage
from kg.cli.decisions import decisions
from kg.cli.diff import diff
from kg.cli.different import different
from kg.cli.evaluate import evaluate
from kg.cli.export import export
from kg.cli.extract import extract
from kg.cli.path import path
from kg.cli.queries import queries
from kg.cli.query import query
from kg.cli.remove import remove
from kg.cli.resolve import resolve
from kg.cli.review import review
from kg.cli.same import same
from kg.cli.serve import serve
from kg.cli.stats import stats
from kg.cli.undo import undo
from kg.cli.validate import validate
from kg.cli.version import version_option
from kg.cli.why import why
from kg.errors import FormatError, NewsgraphError, ParameterError, UnknownQueryError

EXIT_INTERRUPTED = 130  # 128 + SIGINT, as a shell reports it
EXIT_PIPE_CLOSED = 141  # 128 + SIGPIPE


class KgGroup(click.Group):
    """A group whose commands end with a message and an exit code instead of a traceback for every expected
    failure.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; data are UTF-8 whatever the locale says, so that the same query gives the same
        bytes.
        """
        _use_utf8()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except NewsgraphError as error:
            raise _failure(error) from error
        except BrokenPipeError:
            _discard_stdout()
            ctx.exit(EXIT_PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo("kg: stopped", err=True)
            ctx.exit(EXIT_INTERRUPTED)
        except OSError as error:
            raise click.ClickException(printable(str(error))) from error
        return result


def _use_utf8() -> None:
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="\n")


def _failure(error: NewsgraphError) -> click.ClickException:
    message = printable(str(error))
    if isinstance(error, UnknownQueryError | ParameterError | FormatError):
        return click.UsageError(message)
    return click.ClickException(message)


def _discard_stdout() -> None:
    """Send what is still buffered nowhere: the interpreter would complain about the closed pipe on its way
    out.
    """
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=KgGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 all went well; 1 something failed (named on stderr); 2 the command was not "
    "understood (option, query name, parameter, format); 3 nothing was found (--fail-if-empty); 130 stopped "
    "by Ctrl-C; 141 the output's reader went away. kg diff ends as diff(1) does: 0 the same, 1 different, "
    "2 failed.",
)
@version_option
def cli() -> None:
    """Turn news articles into a graph of who met whom, when, where and in what capacity, and ask it.

    Every fact leads back to the words that say it.
    """


for command in (
    build,
    extract,
    query,
    queries,
    coverage,
    evaluate,
    export,
    serve,
    stats,
    validate,
    remove,
    same,
    different,
    undo,
    decisions,
    path,
    diff,
    resolve,
    review,
    why,
    authority,
):
    cli.add_command(command)


def main() -> None:
    """Run ``kg`` with the arguments of the process, and exit."""
    cli(prog_name="kg")
