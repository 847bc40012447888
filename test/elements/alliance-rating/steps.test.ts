import { expect, html } from '@open-wc/testing';
import type { AllianceRating } from '../../../src/index.js';
import { openDevice } from '../../../src/store/device/open-device.js';
import { control } from '../../fhir/table/case.js';
import { settled, times } from '../../support/care.js';
import { rating } from '../../support/rating.js';
import { allByRole, byRole, focused, nameOf, option, textOf } from '../../support/screen.js';
import { until } from '../../support/until.js';
import { about } from '../../support/about.js';

const press = async (widget: AllianceRating, name: string | RegExp): Promise<void> => {
  byRole(widget, 'button', name).click();
  await widget.updateComplete;
  await Promise.resolve();
};

const voice = (localService: boolean) => ({
  lang: 'en-GB',
  name: 'A voice',
  localService,
  default: true,
  voiceURI: 'v',
});

/** Puts a synthesiser into the page that notes what it is to say. */
function withVoice(localService: boolean): { said: string[]; restore: () => void } {
  const said: string[] = [];
  const synthesiser = Object.assign(new EventTarget(), {
    getVoices: () => [voice(localService)],
    speak: ({ text }: { text: string }) => said.push(text),
    cancel: () => undefined,
  });
  const names = ['speechSynthesis', 'SpeechSynthesisUtterance'] as const;
  const before = names.map((name) => Object.getOwnPropertyDescriptor(globalThis, name));
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesiser, configurable: true });
  Object.defineProperty(globalThis, 'SpeechSynthesisUtterance', {
    value: class {
      constructor(readonly text: string) {}
    },
    configurable: true,
  });
  return {
    said,
    restore: () => {
      names.forEach((name, index) => {
        const descriptor = before[index];
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
        else Reflect.deleteProperty(globalThis, name);
      });
    },
  };
}

describe('alliance-rating: the pages of a questionnaire', () => {
  const yesOrNo = (linkId: string): object => ({ linkId, type: 'boolean', text: `Asked ${linkId}` });
  const page = (linkId: string, ...item: object[]): object => ({
    ...{ linkId, type: 'group', text: `Page ${linkId}`, item },
    extension: [control('page')],
  });
  const paged = {
    resourceType: 'Questionnaire',
    status: 'active',
    item: [page('1', yesOrNo('a'), yesOrNo('b')), page('2', yesOrNo('c'), yesOrNo('d'))],
  };

  it('are turned, checked, and found again from there', async () => {
    const widget = await rating(html`<alliance-rating .questionnaire=${paged}></alliance-rating>`);
    option(widget, 'Asked b', 'No').click();
    await press(widget, 'Next');
    expect(textOf(widget)).to.contain('Step 2 of 2').and.to.contain('Page 2').and.to.not.contain('Asked a');
    option(widget, 'Asked d', 'Yes').click();
    await press(widget, 'Next');
    expect(textOf(widget)).to.contain('Check your answers');
    await press(widget, 'Change: Asked d');
    await until(() => focused()?.closest('fieldset')?.textContent.includes('Asked d'));
    expect(textOf(widget)).to.contain('Step 2 of 2');
    expect(widget.answers).to.deep.equal({ b: false, d: true });
  });

  it('are one long form where the portal wants all on one page', async () => {
    const widget = await rating(html`<alliance-rating pace="all" .questionnaire=${paged}></alliance-rating>`);
    expect(allByRole(widget, 'radiogroup')).to.have.length(4);
    byRole(widget, 'button', 'Send');
  });

  it('give way to one question a screen where the person wants it easier', async () => {
    const widget = await rating(html`<alliance-rating .questionnaire=${paged}></alliance-rating>`);
    await press(widget, 'Make this easier');
    expect(textOf(widget)).to.contain('Step 1 of 4');
  });
});

describe('alliance-rating: one question a screen', () => {
  it('goes on and back with the focus on the question, and ends at a page to check', async () => {
    const widget = await rating(
      html`<alliance-rating pace="one" instrument="session-alliance-brief"></alliance-rating>`,
    );
    expect(textOf(widget)).to.contain('Step 1 of 3');
    expect(allByRole(widget, 'radiogroup')).to.have.length(1);
    expect(allByRole(widget, 'button', 'Back')).to.have.length(0);
    option(widget, about.trust, /No, not at all/).click();
    await press(widget, 'Next');
    expect(textOf(widget)).to.contain('Step 2 of 3');
    await until(() => focused()?.textContent.includes('the same thing'));
    await press(widget, 'Back');
    expect(option(widget, about.trust, /No, not at all/).checked).to.equal(true);
    await press(widget, 'Next');
    await press(widget, 'Next');
    await press(widget, 'Next');
    expect(textOf(widget)).to.contain('Check your answers');
    await until(() => focused()?.textContent.includes('Check your answers'));
    expect(textOf(widget)).to.contain('No, not at all').and.to.contain('No answer yet');
    expect(allByRole(widget, 'button', 'Send')).to.have.length(1);
  });

  it('changes one answer from the page to check and comes back to it', async () => {
    const widget = await rating(
      html`<alliance-rating pace="one" instrument="session-alliance-brief"></alliance-rating>`,
    );
    await times(3, () => press(widget, 'Next'));
    await press(widget, /^Change: My therapist and I want/);
    option(widget, about.sameGoal, /Yes, fully/).click();
    await widget.updateComplete;
    await press(widget, 'Back to all answers');
    expect(textOf(widget)).to.contain('Check your answers').and.to.contain('Yes, fully');
  });

  it('asks for what is missing with a summary that takes the focus and leads to the question', async () => {
    const widget = await rating(
      html`<alliance-rating pace="one" required instrument="session-alliance-brief"></alliance-rating>`,
    );
    await times(3, () => press(widget, 'Next'));
    await press(widget, 'Send');
    await until(() => focused()?.textContent.includes('There is a problem'));
    expect(textOf(widget)).to.contain('3 questions still need an answer');
    byRole(widget, 'link', /know why/).click();
    await widget.updateComplete;
    expect(nameOf(byRole(widget, 'radiogroup'))).to.contain('know why');
  });

  it('says that there is nothing to send yet', async () => {
    const widget = await rating();
    await press(widget, 'Send');
    expect(textOf(widget)).to.contain('There is nothing to send yet');
  });
});

describe('alliance-rating: easy support', () => {
  it('is switched by the person: one a screen, key words bold, a drawing, and back again', async () => {
    const widget = await rating();
    await press(widget, 'Make this easier');
    expect(textOf(widget)).to.contain('Step 1 of 8');
    expect(widget.shadowRoot!.querySelector('legend strong')?.textContent).to.equal('the person I am');
    await until(() => widget.shadowRoot!.querySelector('legend path[d^=M]'), 'the drawing');
    await press(widget, 'Show the usual view');
    expect(allByRole(widget, 'radiogroup')).to.have.length(7);
    expect(widget.shadowRoot!.querySelector('legend strong')).to.equal(null);
  });

  it('reads aloud with a voice of the device, and offers nothing where the voice is a server’s', async () => {
    const local = withVoice(true);
    const widget = await rating(html`<alliance-rating support="easy"></alliance-rating>`);
    await press(widget, 'Read aloud');
    expect(local.said[0]).to.equal('My therapist saw the person I am.');
    expect(local.said).to.include('No, not at all').and.to.have.length(6);
    await press(widget, 'Stop reading');
    widget.remove();
    local.restore();
    const remote = withVoice(false);
    const other = await rating(html`<alliance-rating support="easy" read-aloud></alliance-rating>`);
    expect(allByRole(other, 'button', 'Read aloud')).to.have.length(0);
    other.remove();
    remote.restore();
  });

  it('keeps with the response that someone helped', async () => {
    const widget = await rating(html`
      <alliance-provider subject="Patient/1" author="RelatedPerson/2"
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    byRole(widget, 'checkbox', 'Someone is helping me').click();
    option(widget, about.person, /Yes, fully/).click();
    expect(JSON.stringify(widget.response?.extension)).to.contain('supported');
    expect(widget.response?.source).to.deep.equal({ reference: 'Patient/1' });
    expect(widget.response?.author).to.deep.equal({ reference: 'RelatedPerson/2' });
  });
});

describe('alliance-rating: stop and go on later', () => {
  const SUBJECT = 'Patient/later';
  const page = () =>
    rating(html`
      <alliance-provider storage="device" subject=${SUBJECT}
        ><alliance-rating pace="one"></alliance-rating
      ></alliance-provider>
    `);
  beforeEach(() => openDevice().drafts.clear(SUBJECT));

  it('keeps the answers on the device, says so, and takes them up at the same question', async () => {
    const widget = await page();
    option(widget, about.person, /No, not at all/).click();
    await widget.updateComplete;
    await press(widget, 'Next');
    option(widget, about.trust, /Mostly/).click();
    await until(() => /Kept on this device .*\d+.*Not sent yet\./.test(textOf(widget)));
    await press(widget, 'Stop for now');
    expect(textOf(widget)).to.contain('You can go on later');
    await press(widget, 'Go on');
    expect(textOf(widget)).to.contain('Step 2 of 8');
    widget.parentElement!.remove();

    const again = await page();
    await settled(again);
    // What was held back until the draft was found appears with the next frame
    await until(() => textOf(again).includes('Step 2 of 8'));
    expect(textOf(again)).to.contain('Not sent yet');
    expect(again.answers).to.deep.equal({ person: '0', trust: '3' });
  });

  it('keeps no draft where the portal does not ask for it', async () => {
    const widget = await rating(html`
      <alliance-provider storage="device" drafts="none" subject=${SUBJECT}
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    expect(allByRole(widget, 'button', 'Stop for now')).to.have.length(0);
    widget.parentElement!.remove();
    expect((await page()).answers).to.deep.equal({});
  });

  it('forgets the draft once it was sent', async () => {
    const widget = await rating(html`
      <alliance-provider storage="device" subject=${SUBJECT}
        ><alliance-rating></alliance-rating
      ></alliance-provider>
    `);
    option(widget, about.person, /Yes, fully/).click();
    await widget.updateComplete;
    await press(widget, 'Send');
    await until(() => textOf(widget).includes('Thank you'));
    widget.parentElement!.remove();
    await until(async () => Object.keys((await page()).answers).length === 0);
  });
});
