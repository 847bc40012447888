import { expect, fixture, html } from '@open-wc/testing';
import type { QuestionnaireResponse } from 'fhir/r4.js';
import '../../../src/define.js';
import type { AllianceRating } from '../../../src/index.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, described, focused, nameOf, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

const form = async (required = false): Promise<{ form: HTMLFormElement; widget: AllianceRating }> => {
  const widget = await rating(html`
    <form>
      <alliance-rating
        name="alliance"
        instrument="session-alliance-brief"
        ?required=${required}
      ></alliance-rating>
    </form>
  `);
  return { form: widget.closest('form')!, widget };
};

const entry = (of: HTMLFormElement): string | null => new FormData(of).get('alliance') as string | null;

const codes = (json: string): (string | undefined)[] =>
  (JSON.parse(json) as QuestionnaireResponse).item!.map((item) => item.answer?.[0]?.valueCoding?.code);

describe('alliance-rating as a form control without a provider', () => {
  it('adds no entry while untouched', async () => {
    const { form: owner, widget } = await form();
    expect(widget.value).to.equal('');
    expect([...new FormData(owner).keys()]).to.deep.equal([]);
    expect(widget.form === owner).to.equal(true);
  });

  it('carries the response as JSON once something is answered, 0 included', async () => {
    const { form: owner, widget } = await form();
    option(widget, about.trust, /No, not at all/).click();
    expect(codes(entry(owner)!)).to.deep.equal(['0', undefined, undefined]);
    expect(widget.value).to.equal(entry(owner));
    option(widget, about.sameGoal, /rather not/).click();
    expect(widget.declined).to.deep.equal(['same-goal']);
    await widget.updateComplete;
    byRole(widget, 'button', /^Clear answer: I trusted/).click();
    await widget.updateComplete;
    expect(codes(entry(owner)!)).to.deep.equal([undefined, undefined, undefined]);
    expect(widget.declined).to.deep.equal(['same-goal']);
  });

  it('has no Send button and no word of saving or sending, before and after answering', async () => {
    const { widget } = await form();
    for (const act of [() => undefined, () => option(widget, about.trust, /Mostly/).click()]) {
      act();
      await widget.updateComplete;
      expect(allByRole(widget, 'button', /send|save/i).map(nameOf)).to.deep.equal([]);
      expect(textOf(widget)).to.not.match(/\b(sav|sent|send|kept|keep)/i);
      expect(document.querySelector('[data-alliance-announcer]')?.textContent).to.not.match(/sav|sent|kept/i);
    }
  });

  it('goes back at reset to what the host set last', async () => {
    const { form: owner, widget } = await form();
    option(widget, about.trust, /Mostly/).click();
    owner.reset();
    await widget.updateComplete;
    expect(widget.value).to.equal('');
    expect(option(widget, about.trust, /Mostly/).checked).to.equal(false);

    widget.answers = { trust: 2 };
    await widget.updateComplete;
    option(widget, about.trust, /Yes, fully/).click();
    owner.reset();
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({ trust: '2' });
    expect(option(widget, about.trust, /Half/).checked).to.equal(true);
  });

  it('when required, stops the form with a summary that takes the focus and leads to the questions', async () => {
    const { form: owner, widget } = await form(true);
    let submits = 0;
    owner.addEventListener('submit', (event) => {
      event.preventDefault();
      submits += 1;
    });
    option(widget, about.trust, /Mostly/).click();
    owner.requestSubmit();
    await until(() => focused() && nameOf(focused()!) === 'There is a problem');
    expect(submits).to.equal(0);
    const links = allByRole(widget, 'link');
    expect(links).to.have.length(2);
    expect(described(focused()!)).to.contain('2 questions still need').and.to.contain(nameOf(links[0]!));
    links[0]!.click();
    await until(() => focused() instanceof HTMLInputElement);
    expect(nameOf(focused()!.closest('fieldset')!)).to.contain('the same thing');
    expect(described(focused()!), 'where Tab leads').to.contain('Choose an answer');

    option(widget, about.sameGoal, /I don’t know/).click();
    option(widget, /know why/, /rather not say/).click();
    expect(widget.checkValidity()).to.equal(true, 'a reason is as good as an answer');
    owner.requestSubmit();
    expect(submits).to.equal(1);
  });

  it('leaves the focus to an earlier field that is invalid too', async () => {
    const owner = await fixture<HTMLFormElement>(html`
      <form>
        <input aria-label="Name" required />
        <alliance-rating name="alliance" required></alliance-rating>
      </form>
    `);
    await owner.querySelector('alliance-rating')!.updateComplete;
    owner.requestSubmit();
    await until(() => document.activeElement === owner.querySelector('input'));
  });

  it('is left out by a disabled fieldset and comes back with its answers', async () => {
    const owner = await fixture<HTMLFormElement>(html`
      <form>
        <fieldset><alliance-rating name="alliance"></alliance-rating></fieldset>
      </form>
    `);
    const widget = owner.querySelector('alliance-rating')!;
    await widget.updateComplete;
    option(widget, about.person, /No, not at all/).click();
    owner.querySelector('fieldset')!.disabled = true;
    await widget.updateComplete;
    expect(entry(owner)).to.equal(null);
    expect(option(widget, about.person, /Yes, fully/).disabled).to.equal(true);
    owner.querySelector('fieldset')!.disabled = false;
    await widget.updateComplete;
    expect(codes(entry(owner)!)[0]).to.equal('0');
  });

  it('takes back what the browser kept of it', async () => {
    const { widget } = await form();
    option(widget, about.trust, /Half/).click();
    const kept = widget.value;
    const { widget: again, form: owner } = await form();
    again.formStateRestoreCallback(kept);
    await again.updateComplete;
    expect(again.answers).to.deep.equal({ trust: '2' });
    expect(codes(entry(owner)!)[0]).to.equal('2');
  });

  it('leaves to the person what the browser kept, and goes back at reset to what the host set', async () => {
    const { widget } = await form();
    option(widget, about.trust, /Half/).click();
    const kept = widget.value;
    const { widget: again, form: owner } = await form();
    again.answers = { trust: 4 };
    again.formStateRestoreCallback(kept);
    await again.updateComplete;
    expect(again.answers).to.deep.equal({ trust: '2' });
    again.formStateRestoreCallback('no json');
    owner.reset();
    expect(again.answers).to.deep.equal({ trust: '4' });
  });

  it('is in its form as soon as it is appended, by a name that was set as a property', async () => {
    const owner = document.body.appendChild(document.createElement('form'));
    const widget = document.createElement('alliance-rating');
    widget.answers = { person: 0 };
    widget.name = 'alliance';
    owner.append(widget);
    expect(codes(entry(owner)!)[0]).to.equal('0');
    widget.answers = { 'same-goal': 1, person: 1 };
    widget.instrument = 'session-alliance-brief';
    await widget.updateComplete;
    expect(widget.answers, 'in any order until it is drawn').to.deep.equal({ 'same-goal': '1' });
    owner.remove();
  });

  it('can be required before it is on the page, with answers', async () => {
    const widget = document.createElement('alliance-rating');
    widget.required = true;
    widget.answers = { trust: 0 };
    document.body.append(widget);
    expect(widget.checkValidity()).to.equal(false);
    await widget.updateComplete;
    expect(widget.answers).to.deep.equal({ trust: '0' });
    widget.remove();
  });

  it('moves no focus and shows nothing when it is only asked whether it is valid', async () => {
    const { widget } = await form(true);
    expect(widget.checkValidity()).to.equal(false);
    await widget.updateComplete;
    expect(focused() === document.body).to.equal(true);
    expect(textOf(widget)).to.not.contain('There is a problem');
    widget.reportValidity();
    await until(() => focused() && nameOf(focused()!) === 'There is a problem');
  });

  it('has no Send button any more when its form comes later', async () => {
    const page = await fixture(html`<div><alliance-rating name="alliance"></alliance-rating></div>`);
    const widget = page.querySelector('alliance-rating')!;
    await widget.updateComplete;
    expect(allByRole(widget, 'button', 'Send')).to.have.length(1);
    widget.form = 'later';
    const owner = document.createElement('form');
    owner.id = 'later';
    page.append(owner);
    await until(() => widget.form === owner);
    await widget.updateComplete;
    expect(allByRole(widget, 'button', 'Send')).to.have.length(0);
  });

  it('is named by a label of the page, whose click moves the focus into it', async () => {
    const owner = await fixture(
      html`<div><label for="rated">How was it?</label><alliance-rating id="rated"></alliance-rating></div>`,
    );
    const widget = owner.querySelector('alliance-rating')!;
    await widget.updateComplete;
    expect([...widget.labels].map((label) => label.textContent)).to.deep.equal(['How was it?']);
    widget.focus();
    expect(nameOf(focused()!)).to.contain('No, not at all');
  });
});
