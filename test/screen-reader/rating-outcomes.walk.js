import common from '../../locales/en/common.json' with { type: 'json' };
import instruments from '../../locales/en/instruments.json' with { type: 'json' };
import rating from '../../locales/en/rating.json' with { type: 'json' };

const PAGE = '/test/pages/heard-rating.html';
const { degrees, items } = instruments;
const heard = (words) => words.replaceAll('**', '');
const [first, second] = [items.trust, items['same-goal']].map(heard);
const lowest = `0 ${degrees[0]}`;

/** The words of a state up to where a time stands in them. */
const upToTime = (words) => words.split('{{')[0].trim();
const sent = upToTime(common.state.sent);
const missing = (count) => common.missing.summary_other.replace('{{count, number}}', count);

const tabToButton = (name) => ({ does: `Tab to “${name}”`, tabTo: { role: 'button', name }, says: [name] });
const press = (does, says, rest = {}) => ({ does, key: 'space', says, ...rest });
const choose = [
  { does: 'Tab to the first option', tabTo: { role: 'radio' }, says: [first, lowest, '1 of 7'] },
  press('choose it', ['selected']),
];
const send = (says, rest) => [tabToButton(common.send.send), press('Send', says, rest)];
const thanks = [
  'send it',
  [common.done.thanks, rating.send['thanks-text'], sent],
  { once: [common.done.thanks, sent] },
];
const end = { does: 'go back to Send', key: 'shift+Tab', says: [common.problem.again] };

const conflict = common.conflict;
const both = [conflict.here, degrees[0], conflict.elsewhere, degrees[4]];

/** What is heard of how it ends. */
export const walks = [
  {
    name: 'a rating that is sent, changed and taken back',
    page: PAGE,
    steps: [
      ...send([common.problem.title, rating.send.nothing]),
      ...choose,
      tabToButton(common.send.send),
      press(...thanks),
      tabToButton(rating.send.change),
      press('change it', [first]),
      { does: 'Tab to the answer', tabTo: { role: 'radio' }, says: [lowest] },
      { does: 'leave the arrow keys to the page', key: 'Insert+a', says: ['Focus mode'] },
      { does: 'choose another', key: 'Down', says: [`1 ${degrees[1]}`] },
      tabToButton(common.send.changes),
      press(...thanks),
      tabToButton(common.done.undo),
      press('take it back', [
        common.done['undone-title'],
        rating.send['taken-back'],
        upToTime(common.state['taken-back']),
      ]),
      tabToButton(rating.send.change),
    ],
  },
  {
    name: 'a form whose answers are missing',
    page: `${PAGE}?form`,
    steps: [
      tabToButton('Finish'),
      press('finish', [common.problem.title, missing(3), first]),
      { does: 'Tab to the first', tabTo: { role: 'link', name: first }, says: [first] },
      { does: 'go there', key: 'Return', says: ['1 of 7', common.missing.item] },
    ],
  },
  {
    name: 'the answers once more, in the easy view',
    page: PAGE,
    steps: [
      tabToButton(common.support.easier),
      press('make it easier', [common.support['now-easy'], common.support['one-question'], 'Step 1 of 3']),
      ...choose,
      { ...tabToButton(common.step.next), tabTo: { role: 'button', name: /^Next$/ } },
      press('Next', [second, 'Step 2 of 3'], { never: [first, common.privacy['not-watched'], 'percent'] }),
      { ...tabToButton(common.step.next), tabTo: { role: 'button', name: /^Next$/ } },
      press('Next', ['Step 3 of 3'], { never: [second, 'percent'] }),
      { ...tabToButton(common.step.next), tabTo: { role: 'button', name: /^Next$/ } },
      press('Next', [rating.step.check, rating.step['check-hint']]),
      {
        does: 'Tab to the first answer',
        tabTo: { role: 'button', name: new RegExp(`^${common.step.change}:`) },
        says: [first, degrees[0]],
        once: [first],
      },
      { ...tabToButton(common.send.send) },
    ],
  },
  {
    name: 'a rating that is refused',
    page: `${PAGE}?store=failing`,
    steps: [
      ...choose,
      ...send([common.problem.title, common.problem.refused, common.problem['kept-here']], {
        once: [common.problem.refused],
      }),
      end,
    ],
  },
  {
    name: 'a rating that was answered elsewhere, too',
    page: `${PAGE}?store=conflicting`,
    steps: [
      ...choose,
      ...send([conflict.title, conflict.text, ...both], { once: [conflict.title] }),
      { ...tabToButton(conflict['keep-mine']), says: [conflict['keep-mine'], ...both] },
      { ...tabToButton(conflict['take-theirs']), says: [conflict['take-theirs'], ...both] },
    ],
  },
  {
    name: 'a rating that is left for now',
    page: `${PAGE}?drafts`,
    steps: [
      ...choose,
      tabToButton(common.pause.stop),
      press('stop', [common.pause.title, common.pause.text], {
        once: [common.pause.title, common.pause.text],
      }),
      tabToButton(common.pause['go-on']),
    ],
  },
  {
    name: 'a rating in a modal dialog',
    page: `${PAGE}?dialog`,
    steps: [...choose, tabToButton(common.send.send), press(...thanks), tabToButton(rating.send.change)],
  },
  {
    name: 'an open question',
    page: `${PAGE}?instrument=session-alliance`,
    steps: [
      {
        does: 'Tab to the field',
        tabTo: { role: 'textbox' },
        says: [heard(items.open), common.choice['your-words']],
        once: [heard(items.open), common.choice['your-words']],
      },
      { does: 'go back to the question before', key: 'shift+Tab', says: [heard(items.amount)] },
      tabToButton(common.send.send),
    ],
  },
];
