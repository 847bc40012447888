import { expect, fixture, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/elements/alliance-rating/alliance-rating.js';
import '../../../src/elements/alliance-rating/alliance-rating.define.js';
import { questionOf } from '../../../src/domain/instrument/instrument.js';
import { readQuestionnaire } from '../../../src/fhir/questionnaire/questionnaire-reader.js';
import { byRole, textOf } from '../../support/screen.js';
import { deepFreeze } from '../build.js';
import { asQuestionnaire, type Case } from '../table/case.js';
import { choices } from '../table/choices.js';
import { entries } from '../table/entries.js';
import { structures } from '../table/structures.js';

const table: readonly Case[] = [...choices, ...entries, ...structures];

describe('the table of Questionnaires', () => {
  it('has at least forty', () => {
    expect(table.length).to.be.at.least(40);
    expect(new Set(table.map(({ name }) => name)).size).to.equal(table.length);
  });

  for (const one of table) {
    it(`reads and shows ${one.name}`, async () => {
      const given = deepFreeze(asQuestionnaire(one));
      const { instrument, problems } = readQuestionnaire(
        given,
        one.language ? { language: one.language } : {},
      );
      expect(problems.map(({ reason }) => reason)).to.deep.equal(one.problems ?? []);
      for (const [linkId, expected] of Object.entries(one.reads ?? {})) {
        const question = questionOf(instrument!, linkId);
        for (const [key, value] of Object.entries(expected)) {
          const read = question?.[key as keyof typeof question];
          expect(JSON.parse(JSON.stringify({ read })), key).to.deep.equal(
            JSON.parse(JSON.stringify({ read: value })),
          );
        }
      }

      const widget = await fixture<AllianceRating>(
        html`<alliance-rating locale="en" .questionnaire=${given}></alliance-rating>`,
      );
      expect(widget.problems.map(({ reason }) => reason)).to.deep.equal(one.problems ?? []);
      for (const [role, name] of one.shows ?? []) byRole(widget, role, name);
      for (const words of one.says ?? []) expect(textOf(widget)).to.include(words);
      for (const words of one.hides ?? []) expect(textOf(widget)).to.not.include(words);
    });
  }
});
