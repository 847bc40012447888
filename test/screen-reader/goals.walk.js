import common from '../../locales/en/common.json' with { type: 'json' };
import tasks from '../../locales/en/goal-tasks.json' with { type: 'json' };
import goals from '../../locales/en/goals.json' with { type: 'json' };
import led from '../../locales/en/tasks.json' with { type: 'json' };

/** What is heard of the goals. */
export const walks = [
  {
    name: 'a goal in words, to the therapist',
    page: '/test/pages/heard-goals.html',
    steps: [
      { does: 'Tab to the first goal', tabTo: { role: 'button', name: goals.do.add }, says: [goals.do.add] },
      { does: 'begin', key: 'space', says: [tasks.ask.what] },
      { does: 'Tab to the field', tabTo: { role: 'textbox' }, says: [tasks.ask.what] },
      { does: 'write', key: 'w', says: [] },
      { does: 'Tab to Next', tabTo: { role: 'button', name: common.step.next }, says: [common.step.next] },
      { does: 'Next', key: 'space', says: [tasks.ask.why, 'Step 2 of'], never: [tasks.ask.what, 'percent'] },
      { does: 'Tab past why', tabTo: { role: 'button', name: led.skip }, says: [led.skip] },
      { does: 'skip it', key: 'space', says: [tasks.ask.hope, 'Step 3 of'], never: ['percent'] },
    ],
  },
];
