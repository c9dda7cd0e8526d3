// SPDX-License-Identifier: GPL-3.0-or-later
// Screens one record with json-rules-engine: rules-engine.mjs FOLDER-OF-MODULES RULES RECORD. It knows the conditions that generate.py makes, and no more.

import { createRequire } from 'node:module';
import { readFileSync, writeSync } from 'node:fs';

const [modules, rulesPath, recordPath] = process.argv.slice(2);
const { Engine } = createRequire(`${modules}/`)('json-rules-engine');
const rules = JSON.parse(readFileSync(rulesPath, 'utf8'));
const record = JSON.parse(readFileSync(recordPath, 'utf8'));
const classes = new Map(rules['option-sets'].medicines.map((option) => [option.code, option.class]));
const WEEK = 7 * 24 * 3600 * 1000;

function monthsAgo(months) {
  const day = new Date(record.date);
  day.setUTCMonth(day.getUTCMonth() - months);
  return day.getTime();
}

function translate(condition) {
  if (condition.any) return { any: condition.any.map(translate) };
  if (condition.not) return { not: translate(condition.not) };
  if (condition.count) {
    const [failed, duration] = condition.where.all;
    return { fact: 'trials', operator: 'classesTried', value: { least: condition['at-least'], weeks: parseInt(duration['at-least'], 10), failed: failed.is } };
  }
  if (condition.within) return { fact: condition.answer, operator: 'greaterThanInclusive', value: monthsAgo(parseInt(condition.within, 10)) };
  if (condition.in) return { fact: condition.answer, operator: 'in', value: condition.in };
  if ('is' in condition) return { fact: condition.answer, operator: 'equal', value: condition.is };
  return {
    all: [{ fact: condition.answer, operator: 'greaterThanInclusive', value: condition['at-least'] },
      { fact: condition.answer, operator: 'lessThan', value: condition['less-than'] }],
  };
}

function facts(answers) {
  const all = {};
  for (const [id, answer] of Object.entries(answers)) {
    const isDate = typeof answer === 'string' && /^\d{4}/.test(answer);
    all[id] = isDate ? Date.parse(answer) : answer;
    if (classes.has(answer)) all[`${id}.class`] = classes.get(answer);
  }
  return all;
}

const engine = new Engine([], { allowUndefinedFacts: true });
engine.addOperator('classesTried', (trials, { least, weeks, failed }) => {
  const found = (trials?.entries ?? []).filter((entry) => entry.worked === failed
    && Date.parse(entry.stopped) - Date.parse(entry.started) >= weeks * WEEK);
  return new Set(found.map((entry) => classes.get(entry.medicine))).size >= least;
});
for (const criterion of rules.criteria) {
  const conditions = translate(criterion.when);
  engine.addRule({ conditions: conditions.fact ? { all: [conditions] } : conditions, event: { type: criterion.id } });
}
const { events } = await engine.run(facts(record.answers));
writeSync(1, `${events.length} of ${rules.criteria.length}\n`);
