import common from '../../locales/en/common.json' with { type: 'json' };
import tasks from '../../locales/en/goal-tasks.json' with { type: 'json' };
import goals from '../../locales/en/goals.json' with { type: 'json' };
import proposed from '../fixtures/goal-proposed.json' with { type: 'json' };
import led from '../../locales/en/tasks.json' with { type: 'json' };

const { conflict, problem } = common;
const PAGE = '/test/pages/heard-goals.html';
const sent = common.state.sent.split('{{')[0];
const named = (act) => goals.do.about.replace('{{act}}', act).replace('{{goal}}', proposed.description.text);
const yes = {
  does: 'Tab to the goal',
  tabTo: { role: 'button', name: named(goals.do.yes) },
  says: [goals.group['waiting-for-me'], named(goals.do.yes)],
};

const both = [conflict.here, tasks.state.agreed, conflict.elsewhere, tasks.state['let-go']];
const side = (name) => ({ does: `Tab to “${name}”`, tabTo: { role: 'button', name }, says: [name, ...both] });

/** What is heard of the goals. */
export const walks = [
  {
    name: 'a goal in words, to the therapist',
    page: PAGE,
    steps: [
      { does: 'Tab to the first goal', tabTo: { role: 'button', name: goals.do.add }, says: [goals.do.add] },
      { does: 'begin', key: 'space', says: [tasks.ask.what] },
      {
        does: 'Tab to Next without words',
        tabTo: { role: 'button', name: common.step.next },
        says: [common.step.next],
      },
      { does: 'Next', key: 'space', says: [problem.title, tasks.ask.what] },
      {
        does: 'Tab to what is missing',
        tabTo: { role: 'link', name: tasks.ask.what },
        says: [tasks.ask.what],
      },
      { does: 'Tab to the field', tabTo: { role: 'textbox' }, says: [tasks.ask.what] },
      { does: 'write', key: 'w', says: [] },
      { does: 'Tab to Next', tabTo: { role: 'button', name: common.step.next }, says: [common.step.next] },
      { does: 'Next', key: 'space', says: [tasks.ask.why, 'Step 2 of'], never: [tasks.ask.what, 'percent'] },
      { does: 'Tab past why', tabTo: { role: 'button', name: led.skip }, says: [led.skip] },
      { does: 'skip it', key: 'space', says: [tasks.ask.hope, 'Step 3 of'], never: ['percent'] },
    ],
  },
  {
    name: 'a goal that the therapist has proposed',
    page: `${PAGE}?stored`,
    steps: [
      {
        does: 'Tab to what makes it easier',
        tabTo: { role: 'button', name: common.support.easier },
        says: [goals.title.client, common.support.easier],
      },
      { does: 'make it easier', key: 'space', says: [common.support['now-easy']] },
      yes,
      { does: 'say yes', key: 'space', says: [tasks.did.accept, sent], once: [tasks.did.accept, sent] },
      { does: 'Tab on', tabTo: { role: 'button', name: goals.do.undo }, says: [goals.do.undo] },
    ],
  },
  {
    name: 'a goal whose answer is refused',
    page: `${PAGE}?stored&store=failing`,
    steps: [
      yes,
      {
        does: 'say yes',
        key: 'space',
        says: [problem.title, problem.refused, problem['kept-here']],
        once: [problem.refused],
      },
      { does: 'Tab to another try', tabTo: { role: 'button', name: problem.again }, says: [problem.again] },
    ],
  },
  {
    name: 'a goal that was let go elsewhere meanwhile',
    page: `${PAGE}?stored&store=conflicting`,
    steps: [
      yes,
      {
        does: 'say yes',
        key: 'space',
        says: [conflict.title, conflict.text, tasks.part.state, ...both],
        once: [conflict.title],
      },
      side(conflict['keep-mine']),
      side(conflict['take-theirs']),
    ],
  },
];
