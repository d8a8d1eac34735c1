"""Reads folders of runs with programs that know nothing of palermo, and prints what they object to."""
import json
import os
import sys

import duckdb
import frictionless
import openpyxl

# Columns of findings.csv that hold values of the program or numbers, and are as they are in the other files.
PLAIN = ["source_row", "year", "document_type", "framework_profile", "recorded_label", "assessed_class", "finding",
         "trafficking_undetermined", "review_priority", "review_harm", "fingerprint", "evidence_hash"]


def package(folder):
    """Descriptor, sizes, digests, and the cells of every table against their types and lists of values."""
    report = frictionless.validate(os.path.join(folder, "datapackage.json"))
    for error in [*report.errors, *(e for task in report.tasks for e in task.errors)]:
        yield error.message


def columns(folder):
    """findings.parquet and findings.csv against findings.jsonl."""
    with open(os.path.join(folder, "findings.jsonl"), encoding="utf-8") as file:
        lines = [json.loads(line) for line in file]
    nested = table("SELECT * FROM read_parquet(?)", folder, "findings.parquet")
    flat = table("SELECT * FROM read_csv(?, all_varchar = true, header = true)", folder, "findings.csv")
    if not len(lines) == len(nested) == len(flat):
        yield f"{len(lines)} lines, {len(nested)} rows of columns, {len(flat)} rows of the table"
    for line, row, cells in zip(lines, nested, flat):
        for what, want, got in differences(line, row, cells):
            if want != got:
                yield f"{line['record_id']}: {what} is {got!r}, want {want!r}"


def table(query, folder, name):
    found = duckdb.execute(query, [os.path.join(folder, name)])
    names = [column[0] for column in found.description]
    return [dict(zip(names, row)) for row in found.fetchall()]


def differences(line, row, cells):
    for key, value in line.items():
        if isinstance(value, (str, int)):
            yield key, value, row[key]
    for key in PLAIN:
        yield key + " of the table", str(line[key]).lower(), (cells[key] or "").lower()
    for key in ["flags", "open_questions", "conflicts"]:
        yield key, line[key], list(row[key])
    for name, element in line["elements"].items():
        yield name, element["state"], row[name]
        yield name + " of the table", element["state"], cells[name]
        yield name + " inferred", element.get("inferred", False), name in row["inferred"]
        yield name + " stands on", sorted(element["evidence"]), [i for i, e in enumerate(row["indicators"]) if name in e["elements"]]
    yield "indicators", len(line["indicators"]), len(row["indicators"])
    for want, got in zip(line["indicators"], row["indicators"]):
        for key, value in want.items():
            yield key, value, got[key]


def workbook(folder):
    """The workbook opens, and lists every record."""
    book = openpyxl.load_workbook(os.path.join(folder, "reconciliation.xlsx"), read_only=True)
    with open(os.path.join(folder, "findings.jsonl"), encoding="utf-8") as file:
        records = sum(1 for _ in file)
    listed = sum(1 for _ in book["All records"].iter_rows(min_row=3))
    if listed != records:
        yield f"{listed} rows in the workbook, {records} records"


print(json.dumps({f: [*package(f), *columns(f), *workbook(f)] for f in sys.argv[1:]}))
