import { expect } from '@open-wc/testing';
import type { AllianceGoals } from '../../../src/index.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { shown } from '../../support/care.js';
import { goals, inCare, skipTo, strike, write } from '../../support/goals.js';
import { allByRole, textOf } from '../../support/screen.js';
import { press } from '../../support/browser.js';
import { reach } from '../../support/goals.js';
import { until } from '../../support/until.js';

const announcer = (): HTMLElement => document.querySelector('[data-alliance-announcer]')!;

/** All that is spoken from here on. */
function heard(): { readonly words: string[]; stop(): void } {
  const words: string[] = [];
  const observer = new MutationObserver(() => words.push(announcer().textContent));
  observer.observe(announcer(), { childList: true, characterData: true, subtree: true });
  return { words, stop: () => observer.disconnect() };
}

const plain = (widget: AllianceGoals) => widget.goals[0]!;

describe('two people, two pages, one server, by keyboard alone', () => {
  it('a goal is proposed, put differently, agreed to, rated, and set back', async () => {
    const base = freshServer();
    const client = await goals(inCare(storeOn(base, { fetch: signedInAs('Patient/1') })));
    const therapist = await goals(inCare(storeOn(base, { fetch: signedInAs('Patient/1') }), 'therapist'));
    const spoken = heard();

    client.focus();
    await strike(client, 'Add a goal');
    await write(client, 'Walk to the shop');
    await strike(client, 'Next');
    await skipTo(client, 'Propose to my therapist', strike);
    await strike(client, 'Propose to my therapist');
    await shown(client, 'You suggested this.');

    await shown(therapist, 'Walk to the shop');
    expect(textOf(therapist)).to.contain('Waiting for you');
    therapist.focus();
    await strike(therapist, 'Put it differently');
    await write(therapist, 'Walk to the shop with a friend');
    await strike(therapist, 'Next');
    await skipTo(therapist, 'Ask my client', strike);
    await strike(therapist, 'Ask my client');
    await shown(therapist, 'You asked for other words.');
    expect(plain(therapist).accepted).to.deep.equal({ client: 'agree', therapist: 'disagree' });

    await shown(client, 'Walk to the shop with a friend');
    client.focus();
    await strike(client, 'Yes, this is right');
    await shown(client, 'You said yes.');
    await until(() => plain(therapist).state === 'agreed', 'agreed on both pages');
    expect(plain(client).accepted).to.deep.equal({ client: 'agree', therapist: 'agree' });
    expect(plain(client).text).to.equal('Walk to the shop with a friend');

    await strike(client, 'Say where it is now');
    await reach(allByRole(client, 'radio')[0]!);
    await press('ArrowDown');
    await strike(client, 'Save');
    await shown(client, 'You said where it is now.');

    await strike(client, 'Something got in the way');
    await write(client, 'It rained all week');
    await strike(client, 'Next');
    await skipTo(client, 'Save', strike);
    await strike(client, 'Save');
    await shown(client, 'A step back is part of it.');

    await until(() => plain(therapist).setbacks.length === 1, 'the therapist sees it');
    expect(plain(therapist).setbacks[0]?.happened).to.equal('It rained all week');
    expect(plain(therapist).rated.client).to.equal(1);
    spoken.stop();
    for (const words of [
      'You suggested this.',
      'You asked for other words.',
      'You said yes.',
      'You said where it is now.',
    ])
      expect(spoken.words.filter((one) => one.startsWith(words)).length, words).to.equal(1);
  });
});
