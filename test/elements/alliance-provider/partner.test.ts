import { expect, html } from '@open-wc/testing';
import type { Goal } from 'fhir/r4.js';
import type { AllianceGoals } from '../../../src/index.js';
import { createMemoryStore } from '../../../src/store/memory/memory-store.js';
import { shown } from '../../support/care.js';
import { click, fill, goals, skipTo } from '../../support/goals.js';
import { allByRole } from '../../support/screen.js';

/** References of those whose acceptance a proposed goal names, with how it stands. */
const acceptances = ({
  extension = [],
}: Goal): readonly (readonly [string | undefined, string | undefined])[] =>
  extension
    .filter(({ url }) => url.endsWith('/goal-acceptance'))
    .map(({ extension: parts = [] }) => {
      const individual = parts.find(({ url }) => url === 'individual')?.valueReference?.reference;
      return [individual, parts.find(({ url }) => url === 'status')?.valueCode] as const;
    });

const withPartner = (partner: string | undefined): Promise<AllianceGoals> =>
  goals(html`
    <alliance-provider
      .store=${createMemoryStore()}
      subject="Patient/1"
      author="Patient/1"
      .partner=${partner}
      ><alliance-goals></alliance-goals
    ></alliance-provider>
  `);

/** Goes from the words of a goal to the end, and gives the goal that the page is told of. */
async function suggested(widget: AllianceGoals): Promise<Goal> {
  let seen: Goal | undefined;
  widget.addEventListener('alliance-goal', ({ resource }) => (seen = resource as Goal));
  await click(widget, 'Next');
  await skipTo(widget, 'Propose to my');
  await click(widget, 'Propose to my');
  await shown(widget, 'You suggested this.');
  return seen!;
}

async function begun(partner: string | undefined): Promise<AllianceGoals> {
  const widget = await withPartner(partner);
  await click(widget, 'Add a goal');
  await fill(widget, 'Walk to the shop');
  return widget;
}

describe('the partner of a provider', () => {
  it('is whose acceptance is awaited', async () => {
    const goal = await suggested(await begun('Practitioner/1'));
    expect(acceptances(goal)).to.deep.equal([
      ['Patient/1', 'agree'],
      ['Practitioner/1', 'pending'],
    ]);
  });

  it('may have several references', async () => {
    const goal = await suggested(await begun(' Practitioner/1\n PractitionerRole/2 '));
    expect(acceptances(goal)).to.deep.include(['Practitioner/1', 'pending']);
  });

  for (const partner of [undefined, '', ' '])
    it(`is nobody where ${partner === undefined ? 'it is absent' : `it is "${partner}"`}`, async () => {
      const goal = await suggested(await begun(partner));
      expect(acceptances(goal)).to.deep.equal([['Patient/1', 'agree']]);
    });

  it('can change without an end to what a person is writing', async () => {
    const widget = await begun(undefined);
    const provider = widget.closest('alliance-provider')!;
    provider.partner = 'Practitioner/1';
    await provider.updateComplete;
    await widget.updateComplete;
    expect((allByRole(widget, 'textbox')[0] as HTMLTextAreaElement).value).to.equal('Walk to the shop');
    expect(acceptances(await suggested(widget))).to.deep.include(['Practitioner/1', 'pending']);
  });
});
