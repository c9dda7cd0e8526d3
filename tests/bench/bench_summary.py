# SPDX-License-Identifier: GPL-3.0-or-later
"""A summary as PDF, beside the same summary as HTML printed to PDF by a browser."""

import shutil
import subprocess

import generate
from variant import Variant

TITLE = 'A summary as PDF'
ITEM = 'summary'


def variants(place):
    n_criteria = 5 if place.smoke else 40
    rules = place.file('summary-rules.json', generate.text_of(generate.rules(n_criteria)))
    record = place.file('summary-record.json', generate.lines_of(generate.records(1, n_criteria, n_entries=8)))
    page, pdf = (place.file(name, '') for name in ('summary.html', 'summary.pdf'))
    summary = [place.program('src/cli/criteria-cli'), 'summary', '--rules', rules, record]
    subprocess.run([*summary, '--format', 'html', '-o', page], check=True)
    yield Variant('criteria-cli summary --format pdf', [*summary, '--format', 'pdf', '-o', pdf])
    yield Variant('criteria-cli summary --format html', [*summary, '--format', 'html', '-o', page])
    browser = shutil.which('chromium')
    if browser and not place.smoke:
        yield Variant('chromium --headless --print-to-pdf', [
            browser, '--headless', '--no-sandbox', '--disable-gpu', '--no-pdf-header-footer', f'--print-to-pdf={pdf}', f'file://{page}'])
