import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { expect } from 'storybook/test';
import {
  answer,
  goal,
  goals,
  insideGoals,
  manyGoals,
  proposal,
  unfold,
  wishOf,
  worked,
  type GoalsArgs,
} from './support/goals.js';
import { press } from './support/inside.js';

const meta = {
  title: 'Shared goals/States',
  component: 'alliance-goals',
  render: goals,
  args: { resources: [] },
  parameters: {
    docs: {
      description: {
        component:
          'One list with two sides, by whose turn it is: what waits for you, what you work on together, what the other side is asked, and what is over.',
      },
    },
  },
} satisfies Meta<GoalsArgs>;

export default meta;
type Story = StoryObj<GoalsArgs>;

export const None: Story = {};

/** Kept for herself: on this page or device, and in no request. */
export const OneIdea: Story = {
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await press(widget, 'Add a goal');
    await answer(widget, 'Dance at the wedding of my niece');
    await press(widget, /^Back to the list/);
    await expect(await widget.findByRole('heading', { name: 'My ideas' })).toBeVisible();
    await expect(widget.getByText(/^Only you can see these/)).toBeVisible();
  },
};

export const WaitingForMe: Story = { args: { resources: [proposal('therapist')] } };
export const WaitingForThem: Story = { args: { resources: [proposal('client')] } };
export const OtherWords: Story = {
  args: { resources: [goal({ changes: wishOf('therapist', 'Walk to the bakery with a friend') })] },
};
export const Agreed: Story = { args: { resources: worked } };
export const Disagreed: Story = {
  args: { resources: [goal({ state: 'proposed', accepted: { client: 'agree', therapist: 'disagree' } })] },
};
export const OnHold: Story = { args: { resources: [goal({ state: 'on-hold' })] } };

const unfolds =
  (group: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    (await widget.findByText(group)).click();
    await expect(await widget.findByText('Walk to the bakery and back on my own')).toBeVisible();
  };

export const Reached: Story = { args: { resources: [goal({ state: 'reached' })] }, play: unfolds('Reached') };
export const LetGo: Story = { args: { resources: [goal({ state: 'let-go' })] }, play: unfolds('Let go') };

const foreign = {
  resourceType: 'Goal',
  id: 'gait',
  lifecycleStatus: 'active',
  description: { text: 'Walk 10 metres in 12 seconds' },
  subject: { reference: 'Patient/ana' },
  startDate: '2026-03-02',
  target: [{ dueDate: '2026-06-30' }],
};

/** A Goal that knows nothing of two sides: it is shown as it is, and everything of it is kept. */
export const OfAnotherSystem: Story = { args: { resources: [foreign] } };

/** Everything else about a goal is one tap further. */
export const Unfolded: Story = {
  args: { resources: worked },
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await unfold(widget);
    await expect(widget.getByText('How we will notice')).toBeVisible();
  },
};

export const Therapist: Story = { args: { resources: worked, viewer: 'therapist' } };
export const Supervisor: Story = { args: { resources: worked, viewer: 'supervisor' } };

const told = 'https://alliance-elements.org/fhir/StructureDefinition/told-audience';
const untold = { ...goal(), extension: [{ url: told, valueCode: 'therapist' }] };

/** The client was told of the therapist alone: nothing of the goal is shown. */
export const SupervisorNotTold: Story = {
  args: { resources: [untold], viewer: 'supervisor' },
  play: async ({ canvasElement }) => {
    const widget = await insideGoals(canvasElement);
    await expect(await widget.findByText('Not shared with you')).toBeVisible();
  },
};
export const Proxy: Story = { args: { resources: worked, source: 'proxy' } };

/** Every group at once, in the order of whose turn it is. */
export const AllGroups: Story = {
  args: {
    resources: [
      ...worked,
      ...[
        proposal('therapist', { text: 'Cook a meal for my children' }, 'cook'),
        proposal('client', { text: 'Go back to the choir' }, 'choir'),
        goal(
          {
            ...{ state: 'proposed', text: 'Drive a car again' },
            accepted: { client: 'agree', therapist: 'disagree' },
          },
          'drive',
        ),
        goal({ state: 'on-hold', text: 'Swim once a week' }, 'swim'),
        goal({ state: 'reached', text: 'Get dressed on my own' }, 'dress'),
        goal({ state: 'let-go', text: 'Mow the lawn' }, 'lawn'),
      ],
    ],
  },
};

/** Of many, those out of sight are not laid out, and there is a field to find them by. */
export const Many: Story = { args: { resources: manyGoals(1000) } };
