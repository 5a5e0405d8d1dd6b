"""The stages together: what becomes of new, changed, repeated and unreadable articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kg.build import BuildSummary, build_with, remove
from kg.errors import ExtractionError, NewsgraphError, StoreError
from kg.graph import MERGED_GRAPH
from kg.model import Article
from kg.store import Store, memory_store
from tests.standin import standin


@pytest.fixture
def store() -> Iterator[Store]:
    with memory_store() as opened:
        yield opened


def article(id: str, who: str = "Ann", *, text: str | None = None, **fields: object) -> Article:
    """An article that names ``who``."""
    return Article(id, text or f"Today {who} spoke.", published=date(2016, 10, 15), **fields)  # type: ignore[arg-type]


def run(store: Store, *articles: Article | str, version: str = "1") -> tuple[dict[str, int], list[str]]:
    """Build, and give what happened: the counts that are not 0, and the messages."""
    errors: list[NewsgraphError] = []
    summary = build_with(standin(version=version), articles, store, on_error=errors.append)
    counts = {name: getattr(summary, name) for name in BuildSummary.__slots__}
    assert counts.pop("read") == sum(counts.values())
    return {name: count for name, count in counts.items() if count}, [str(error) for error in errors]


def statements(store: Store) -> list[str]:
    return sorted(map(str, store.quads()))


def built(*articles: Article) -> list[str]:
    """What a store holds after one build of these articles."""
    with memory_store() as other:
        run(other, *articles)
        return statements(other)


def people(store: Store) -> list[str]:
    """The persons of the merged graph."""
    person, name = "<https://schema.org/Person>", "<https://schema.org/name>"
    text = f"SELECT ?n WHERE {{ GRAPH <{MERGED_GRAPH}> {{ ?p a {person} ; {name} ?n }} }} ORDER BY ?n"
    return [name for (name,) in store.select(text).rows()]


def ids(store: Store) -> list[tuple[str, ...]]:
    return sorted(stored.ids for stored in store.articles())


def test_new_articles_are_added_and_their_people_merged(store: Store) -> None:
    assert run(store, article("a"), article("b", "Bob"), article("c", text="Also Ann was there.")) == (
        {"added": 3},
        [],
    )
    assert people(store) == ["Ann", "Bob"]
    assert store.merged_is_current


def test_a_second_build_changes_nothing(store: Store) -> None:
    given = [article("a"), article("b", "Bob", url="https://e.org/b", title="B")]
    run(store, *given)
    before = statements(store)
    assert run(store, *given) == ({"unchanged": 2}, [])
    assert statements(store) == before


def test_an_article_with_another_text_at_its_address_replaces_the_old_one(store: Store) -> None:
    run(store, article("a"), article("b", "Bob", url="https://e.org/b"))
    changed = [article("a", "Cid"), article("new-id", "Dan", url="https://e.org/b")]
    assert run(store, *changed) == ({"replaced": 2}, [])
    assert statements(store) == built(*changed)
    assert people(store) == ["Cid", "Dan"]


def test_a_changed_title_is_noted_without_reading_the_text_again(store: Store) -> None:
    run(store, article("a", title="Old"))
    run(store, article("a", title="New"))
    assert statements(store) == built(article("a", title="New"))


def test_an_exact_duplicate_is_stored_once_with_both_sources(store: Store) -> None:
    copies = [article("a", url="https://e.org/a", title="A"), article("b", title="B"), article("c")]
    assert run(store, *copies) == ({"added": 1, "duplicates": 2}, [])
    assert ids(store) == [("a", "b", "c")]
    assert run(store, *copies) == ({"unchanged": 3}, [])
    assert statements(store) == built(*copies)


def test_duplicates_that_come_one_by_one_give_the_same_graph(store: Store) -> None:
    copies = [
        article("a", url="https://e.org/a"),
        article("b", title="B"),
        article("c", url="https://e.org/c"),
    ]
    for copy in copies:
        run(store, copy)
    assert statements(store) == built(*copies)


def test_the_order_of_duplicates_does_not_matter(store: Store) -> None:
    copies = [
        article("b"),
        article("a"),
        article("z", url="https://e.org/z"),
        article("c", url="https://e.org/c"),
    ]
    run(store, *copies)
    assert statements(store) == built(*reversed(copies))
    assert ids(store) == [("c", "z", "a", "b")]


def test_a_duplicate_that_changes_leaves_the_others(store: Store) -> None:
    first, second = article("a", title="A"), article("b", title="B")
    run(store, first, second)
    run(store, article("a", "Cid"))
    assert statements(store) == built(second, article("a", "Cid"))
    run(store, first)
    assert statements(store) == built(first, second)


def test_an_address_that_changes_within_one_build_ends_with_its_last_text(store: Store) -> None:
    given = [
        article("a"),
        article("a", "Bob"),
        article("b"),
        article("a"),
        article("c", "Bob"),
        article("a", "Bob"),
    ]
    run(store, *given)
    assert statements(store) == built(article("a", "Bob"), article("b"), article("c", "Bob"))
    run(store, *given)
    assert statements(store) == built(article("a", "Bob"), article("b"), article("c", "Bob"))


def test_the_same_text_with_another_date_is_another_article(store: Store) -> None:
    later = Article("b", article("a").text, published=date(2016, 10, 16))
    assert run(store, article("a"), later) == ({"added": 2}, [])


def test_another_extractor_reads_unchanged_articles_again(store: Store) -> None:
    run(store, article("a"), article("b"), article("c", "Cid"))
    before = statements(store)
    assert run(store, article("a"), article("b"), article("c", "Cid"), version="2")[0] == {
        "replaced": 2,
        "unchanged": 1,
    }
    assert [line.replace("stand-in 2", "stand-in 1") for line in statements(store)] == before


def test_what_is_wrong_with_one_article_stops_nothing(store: Store) -> None:
    bad, empty = (
        article("bad", text="This is unreadable."),
        article("empty", text="* * *", source="dir/empty.txt"),
    )
    counts, errors = run(store, article("a"), bad, article("copy", text=bad.text), empty, article("b", "Bob"))
    assert counts == {"added": 2, "failed": 3}
    assert errors == [
        "bad: unreadable",
        "copy: has the text of an article that could not be read",
        "dir/empty.txt: holds no sentence to read",
    ]
    assert ids(store) == [("a",), ("b",)]


def test_files_of_one_name_with_different_texts_do_not_replace_each_other(store: Store) -> None:
    one = article("news", source="one/news.txt", id_from_file=True)
    two = article("news", "Bob", source="two/news.txt", id_from_file=True)
    counts, errors = run(store, one, two)
    assert counts == {"added": 1, "failed": 1}
    assert errors[0].startswith("two/news.txt: its file's name gives it the id 'news', which ")
    assert re.search(r"one/news\.txt \([0-9a-f]{12}\) gave to another text", errors[0])
    assert people(store) == ["Ann"]
    assert run(store, two)[0] == {"failed": 1}


def test_a_file_with_a_new_text_replaces_its_old_one(store: Store) -> None:
    run(store, article("news", source="one/news.txt", id_from_file=True))
    assert run(store, article("news", "Bob", source="one/news.txt", id_from_file=True))[0] == {"replaced": 1}
    assert people(store) == ["Bob"]


def test_records_of_one_file_keep_their_ids_when_lines_move(store: Store) -> None:
    run(store, article("news-1", source="news.jsonl:1", id_from_file=True))
    assert run(store, article("news-1", "Bob", source="news.jsonl:3", id_from_file=True))[0] == {
        "replaced": 1
    }


def test_files_can_be_given_by_name(store: Store, tmp_path: Path) -> None:
    story = "In the morning the minister Ann met with her colleagues in the capital. They talked about the harvest."
    (tmp_path / "story.txt").write_text(story)
    counts, errors = run(store, str(tmp_path / "story.txt"), str(tmp_path / "missing.txt"))
    assert counts == {"added": 1}
    assert len(errors) == 1 and "missing.txt" in errors[0]
    assert people(store) == ["Ann"]


def test_errors_are_logged_where_nobody_takes_them(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("WARNING")  # a command that ran in this process before may have set it higher
    build_with(standin(), [article("bad", text="This is unreadable.")], store)
    assert caplog.messages == ["bad: unreadable"]


def test_progress_counts_up_to_all_articles(store: Store) -> None:
    done: list[int] = []
    build_with(standin(), [article(str(n), f"Ann{n}") for n in range(10)], store, progress=done.append)
    assert done == sorted(done)
    assert done[-1] == 10


def test_removing_takes_away_the_facts_that_rest_on_the_article_alone(store: Store) -> None:
    kept = article("b", text="Here Ann met Bob.")
    run(store, article("a", "Ann and Cid"), kept)
    assert people(store) == ["Ann", "Bob", "Cid"]
    assert remove(store, "a") == 1
    assert statements(store) == built(kept)


def test_an_article_is_removed_by_id_url_or_iri(store: Store) -> None:
    run(store, article("a"), article("b", "Bob", url="https://e.org/b"), article("c", "Cid"))
    (iri,) = [stored.iri for stored in store.articles() if stored.ids == ("c",)]
    for name in ("a", "https://e.org/b", iri):
        remove(store, name)
    assert statements(store) == []


def test_removing_one_source_of_a_text_leaves_it_under_the_others(store: Store) -> None:
    run(store, article("a", title="A"), article("b", title="B"))
    remove(store, "a")
    assert statements(store) == built(article("b", title="B"))


def test_removing_what_is_not_there_is_an_error(store: Store) -> None:
    with pytest.raises(StoreError, match="memory: holds no article 'x'"):
        remove(store, "x")


def test_a_merged_graph_that_is_out_of_date_is_repaired_by_the_next_build(store: Store) -> None:
    given = [article("a"), article("b", "Bob")]
    run(store, *given)
    before = statements(store)
    store.change([], list(store.match(graph=MERGED_GRAPH)))
    store.drop(*store.article_graphs())
    assert not store.merged_is_current
    run(store, *given)
    assert statements(store) == before


def test_two_workers_give_the_graph_of_one(store: Store) -> None:
    given = [article(f"a{n}", f"Ann{'x' * (n % 7)}", url=f"https://e.org/{n % 30}") for n in range(60)]
    given += [article(f"c{n}", f"Ann{'x' * n}") for n in range(7)]
    summary = build_with(standin(workers=2), given, store)
    assert summary.read == 67
    assert statements(store) == built(*given)


def test_a_missing_model_stops_the_build_before_anything_is_written(store: Store) -> None:
    recipe = standin()
    missing = type(recipe)(recipe.settings, "tests.standin:Missing", "x")
    with pytest.raises(ExtractionError, match="is not installed"):
        build_with(missing, [article("a")], store)
    assert statements(store) == []


def test_the_summary_reads_as_a_sentence() -> None:
    assert (
        str(BuildSummary(5, 2, 0, 1, 1, 1)) == "5 articles read: 2 added, 1 unchanged, 1 duplicate, 1 failed"
    )
    assert str(BuildSummary(0, 0, 0, 0, 0, 0)) == "0 articles read"
