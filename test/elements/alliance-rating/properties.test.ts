import { expect, fixture, html } from '@open-wc/testing';
import type { Questionnaire } from 'fhir/r4.js';
import '../../../src/define.js';
import { AllianceRating } from '../../../src/index.js';
import { eventsOf } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, nameOf, option, textOf } from '../../support/screen.js';
import { about } from '../../support/about.js';

const foreign: Questionnaire = {
  resourceType: 'Questionnaire',
  status: 'active',
  title: 'After your visit',
  copyright: '© The clinic',
  item: [
    { linkId: 'intro', type: 'display', text: 'Think of today.' },
    {
      linkId: 'part 1',
      type: 'group',
      text: 'Part one',
      item: [
        {
          linkId: 'mood <b>',
          type: 'choice',
          text: 'How was it?',
          required: true,
          answerOption: [
            { valueCoding: { system: 'urn:s', code: 'ok', display: 'OK' } },
            { valueCoding: { system: 'urn:s', code: 'hard', display: 'Hard' } },
          ],
        },
      ],
    },
    {
      linkId: 'pain',
      type: 'integer',
      text: 'Pain?',
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueInteger: 0 },
        { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 10 },
      ],
    },
    { linkId: 'more', type: 'text', text: 'Anything else?', maxLength: 20 },
    { linkId: 'file', type: 'attachment', text: 'Send a photo' },
  ],
};

describe('alliance-rating: properties', () => {
  it('emits nothing when code sets a property', async () => {
    const widget = await rating();
    const seen = eventsOf(document.body);
    widget.answers = { person: 0, trust: '4' };
    widget.declined = ['same-goal'];
    widget.unknown = ['chose'];
    widget.source = 'supported';
    widget.pace = 'one';
    widget.instrument = 'session-alliance-brief';
    widget.value = '';
    widget.clear();
    await widget.updateComplete;
    expect(seen.map(({ type }) => type)).to.deep.equal([]);
  });

  it('emits one input and one change an act, after the state has changed', async () => {
    const widget = await rating();
    const heard: unknown[] = [];
    for (const type of ['input', 'change']) {
      widget.addEventListener(type, () => heard.push([type, { ...widget.answers }]));
    }
    option(widget, about.person, /No, not at all/).click();
    expect(heard).to.deep.equal([
      ['input', { person: '0' }],
      ['change', { person: '0' }],
    ]);
  });

  it('takes option codes, numbers and system|code, and keeps what was declined', async () => {
    const widget = await rating();
    widget.declined = ['why'];
    widget.answers = {
      person: 0,
      trust: '1',
      'same-goal': 'https://alliance-elements.org/fhir/CodeSystem/alliance-degree|2',
      open: 'words',
    };
    expect(widget.answers).to.deep.equal({ person: '0', trust: '1', 'same-goal': '2', open: 'words' });
    expect(widget.declined).to.deep.equal(['why']);
    widget.answers = { why: 3 };
    expect(widget.answers).to.deep.equal({ why: '3' });
    expect(widget.declined).to.deep.equal([]);
  });

  it('names what it could not take', async () => {
    const widget = await rating();
    widget.answers = { 'bond-1': 1, person: '7', trust: 3 };
    expect(widget.answers).to.deep.equal({ trust: '3' });
    expect(widget.problems).to.deep.equal([
      { linkId: 'bond-1', value: 1, reason: 'unknown-item' },
      { linkId: 'person', value: '7', reason: 'not-an-option' },
    ]);
    expect(() => (widget.response = { resourceType: 'Patient' } as never)).to.throw(
      TypeError,
      /^response: what was set is no QuestionnaireResponse/,
    );
    expect(() => (widget.value = 'I am afraid')).to.throw(TypeError, /^value: what was set is no JSON/);
  });

  it('tells numbers, and reasons where there is no number', async () => {
    const widget = await rating();
    expect(widget.scores).to.deep.include({ answered: 0, of: 6, reason: 'too-few-answers' });
    widget.answers = { person: 4, trust: 4, 'same-goal': 0, chose: 0, why: 2 };
    expect(widget.scores).to.deep.include({ total: 12, answered: 5, of: 6 });
    expect(widget.scores.subscales).to.deep.equal({});
    expect(widget.scores.subscaleReasons).to.deep.equal({});
  });

  it('is assigned as React does: an id as form, properties before attributes', async () => {
    const page = await fixture(html`<div><form id="away"></form></div>`);
    const widget = document.createElement('alliance-rating');
    widget.answers = { trust: 1 };
    widget.form = 'away';
    widget.readOnly = false;
    widget.setAttribute('name', 'alliance');
    widget.setAttribute('instrument', 'session-alliance-brief');
    page.append(widget);
    await widget.updateComplete;
    expect(widget.form?.id).to.equal('away');
    expect(new FormData(page.querySelector('form')!).has('alliance')).to.equal(true);
    expect(widget.answers).to.deep.equal({ trust: '1' });
  });

  it('keeps properties that were set before the element was defined', async () => {
    const tag = 'late-rating';
    const early = document.createElement(tag) as AllianceRating;
    early.answers = { trust: 0 };
    early.questionnaire = undefined;
    document.body.append(early);
    customElements.define(tag, class extends AllianceRating {});
    await early.updateComplete;
    expect(early.answers).to.deep.equal({ trust: '0' });
    expect(option(early, about.trust, /No, not at all/).checked).to.equal(true);
    early.remove();
  });

  it('shows a Questionnaire of the host: choice, integer and text', async () => {
    const given = structuredClone(foreign);
    const widget = await rating(html`<alliance-rating .questionnaire=${given}></alliance-rating>`);
    expect(textOf(widget))
      .to.contain('After your visit')
      .and.to.contain('Think of today.')
      .and.to.contain('© The clinic');
    expect(allByRole(widget, 'heading').map(nameOf)).to.include('Part one');
    option(widget, 'How was it?', 'Hard').click();
    const pain = byRole(widget, 'textbox', 'Pain?') as HTMLInputElement;
    pain.value = '0';
    pain.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(widget.answers).to.deep.equal({ 'mood <b>': 'hard', pain: 0 });
    const items = widget.response!.item!;
    expect(items.map(({ linkId }) => linkId)).to.deep.equal(['part 1', 'pain', 'more']);
    expect(items[1]!.answer).to.deep.equal([{ valueInteger: 0 }]);
    expect(widget.problems).to.deep.equal([
      { reason: 'unsupported-type', linkId: 'file', value: 'attachment' },
    ]);
    expect(given).to.deep.equal(foreign, 'the host’s object is never changed');
  });

  it('keeps on the screen what is no number, and says what to do', async () => {
    const widget = await rating(html`<alliance-rating .questionnaire=${foreign}></alliance-rating>`);
    const pain = byRole(widget, 'textbox', 'Pain?') as HTMLInputElement;
    for (const [text, words] of [
      ['five', 'Write a number'],
      ['11', '10 or less'],
    ] as const) {
      pain.value = text;
      pain.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await widget.updateComplete;
      expect(pain.value).to.equal(text);
      expect(widget.answers).to.deep.equal({});
      expect(textOf(widget)).to.contain(words);
    }
  });

  it('says in words that an instrument cannot be shown', async () => {
    const widget = await rating(html`<alliance-rating instrument="nonsense"></alliance-rating>`);
    expect(textOf(widget)).to.contain('These questions cannot be shown');
    expect(widget.problems).to.deep.equal([{ reason: 'unknown-instrument', value: 'nonsense' }]);
    widget.questionnaire = { resourceType: 'Patient' } as never;
    await widget.updateComplete;
    expect(widget.problems).to.deep.equal([{ reason: 'not-a-questionnaire', value: 'Patient' }]);
    widget.questionnaire = undefined;
    widget.instrument = 'session-alliance-brief';
    await widget.updateComplete;
    expect(allByRole(widget, 'radiogroup')).to.have.length(3);
  });

  it('gives its own instruments as Questionnaires and takes a response as it gave it', async () => {
    const widget = await rating();
    expect(widget.questionnaire).to.deep.include({
      resourceType: 'Questionnaire',
      version: '2.0.0',
      language: 'en',
    });
    option(widget, about.person, /No, not at all/).click();
    const given = widget.response!;
    const other = await rating();
    other.response = given;
    await other.updateComplete;
    expect(other.answers).to.deep.equal({ person: '0' });
  });

  it('shows its states to style sheets', async () => {
    const widget = await rating(html`<alliance-rating support="easy"></alliance-rating>`);
    expect([widget.matches(':state(easy)'), widget.matches(':state(answered)')]).to.deep.equal([true, false]);
    option(widget, about.person, /No, not at all/).click();
    expect(widget.matches(':state(answered)')).to.equal(true);
  });

  it('shows answers in words and no control when it is read-only', async () => {
    const widget = await rating(html`<alliance-rating readonly .answers=${{ person: 0 }}></alliance-rating>`);
    expect(allByRole(widget, 'radio')).to.have.length(0);
    expect(textOf(widget)).to.contain('No, not at all').and.to.contain('No answer yet');
  });
});
