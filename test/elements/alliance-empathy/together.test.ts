import { expect } from '@open-wc/testing';
import type { Communication, Task } from 'fhir/r4.js';
import type { AllianceEmpathy } from '../../../src/index.js';
import { shown } from '../../support/care.js';
import { press } from '../../support/browser.js';
import { empathy, inCare, reach, strike, write } from '../../support/empathy.js';
import { freshServer, signedInAs, storeOn } from '../../support/fhir-server.js';
import { option, textOf } from '../../support/screen.js';
import { expectSound } from '../../support/sound.js';
import { until } from '../../support/until.js';
import { expectValid } from '../../support/validator.js';

const plain = (widget: AllianceEmpathy) => widget.moments[0]!;

/** Chooses an option by the keyboard alone. */
async function choose(widget: AllianceEmpathy, question: string, words: RegExp): Promise<void> {
  await until(() => textOf(widget).includes(question), question);
  const wanted = option(widget, question, words);
  const all = [...wanted.closest('fieldset')!.querySelectorAll('input')];
  await reach(all.find((one) => one.checked) ?? all[0]!);
  await press('Space');
  while (!wanted.checked) await press('ArrowDown');
  await widget.updateComplete;
}

describe('a missed moment, from two pages over one server, by keyboard alone', () => {
  it('is shared for next time, read, answered, not yet better, answered again, and better', async () => {
    const base = freshServer();
    const client = await empathy(inCare(storeOn(base, { fetch: signedInAs('Patient/1') })));
    const therapist = await empathy(inCare(storeOn(base, { fetch: signedInAs('Patient/1') }), 'therapist'));

    client.focus();
    await strike(client, 'Something was missed');
    await choose(client, 'What was it about?', /My pace/);
    await strike(client, 'Next');
    await choose(client, 'Who may see it, and when?', /Bring it up/);
    await strike(client, 'Next');
    await write(client, 'We went too fast for me');
    await strike(client, 'Next');
    await choose(client, 'What would help?', /Slow down/);
    await strike(client, 'Next');
    await shown(client, 'This is what your therapist will see');
    await strike(client, 'Send it for next time');
    await shown(client, 'You said it.');
    expect(plain(client)).to.include({ kind: 'missed', about: 'pace', showAt: 'next', state: 'sent' });

    await shown(therapist, 'We went too fast for me');
    expect(textOf(therapist)).to.contain('For the next session');
    therapist.focus();
    await strike(therapist, 'I have read this');
    await shown(client, 'Your therapist has read it');
    await strike(therapist, 'Answer');
    await write(therapist, 'Next time I will slow down');
    await strike(therapist, 'Next');
    await shown(therapist, 'This is what your client will read');
    await strike(therapist, 'Send my answer');
    await shown(therapist, 'You answered.');

    await shown(client, 'Next time I will slow down');
    client.focus();
    await strike(client, 'Not yet');
    await write(client, 'It was still fast');
    await strike(client, 'Send');
    await shown(client, 'You said how it is now.');

    await shown(therapist, 'It was still fast');
    expect(textOf(therapist)).to.contain('Is there more that you can say?');
    therapist.focus();
    await strike(therapist, 'Answer');
    await write(therapist, 'I will ask you after each step');
    await strike(therapist, 'Next');
    await strike(therapist, 'Send my answer');
    await shown(therapist, 'You answered.');

    await shown(client, 'I will ask you after each step');
    client.focus();
    await strike(client, 'Better now');
    await strike(client, 'Send');
    for (const page of [client, therapist])
      await until(() => plain(page).state === 'better', 'better on both pages');
    expect(plain(client).thread.map(({ kind, outcome, words }) => [kind, outcome ?? words])).to.deep.equal([
      ['read', undefined],
      ['reply', 'Next time I will slow down'],
      ['confirmation', 'not-yet'],
      ['reply', 'I will ask you after each step'],
      ['confirmation', 'better'],
    ]);

    // Anyone can read the thread, with nothing but R4
    const find = async <Wire>(type: string) =>
      (await storeOn(base).search(type, { subject: 'Patient/1' })) as unknown as Wire[];
    const [all, tasks] = [await find<Communication>('Communication'), await find<Task>('Task')];
    for (const one of [...all, ...tasks]) {
      await expectValid(one);
      await expectSound(one);
    }
    const moment = all.find(({ inResponseTo }) => inResponseTo === undefined)!;
    const thread = all.filter(({ inResponseTo = [] }) =>
      inResponseTo.some(({ reference }) => reference === `Communication/${moment.id!}`),
    );
    expect(thread.map(({ category }) => category?.[0]?.coding?.[0]?.code).sort()).to.deep.equal([
      ...['confirmation', 'confirmation', 'reading', 'reply', 'reply'],
    ]);
    expect(tasks.map(({ focus }) => focus?.reference)).to.deep.equal([`Communication/${moment.id!}`]);
  });
});
