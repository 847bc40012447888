import common from '../../locales/en/common.json' with { type: 'json' };
import tasks from '../../locales/en/empathy-tasks.json' with { type: 'json' };
import empathy from '../../locales/en/empathy.json' with { type: 'json' };
import led from '../../locales/en/tasks.json' with { type: 'json' };
import stored from '../fixtures/moment-with-answer.json' with { type: 'json' };

const PAGE = '/test/pages/heard-empathy.html';
const { about, group, help, state, tile } = empathy;
const { ask, did, preview, seen, start, who } = tasks;
const [moment, answer] = stored.map(({ payload }) => payload[0].contentString);

/** The words of a state up to where a time stands in them. */
const sent = common.state.sent.split('{{')[0];
const stepOf = (step) => `Step ${step} of 4`;

/** One button of several with the same words: it is named after the words of its moment. */
const named = (act, words) => `${act}: ${words}`;

const tabToButton = (name) => ({ does: `Tab to “${name}”`, tabTo: { role: 'button', name }, says: [name] });
const tabToNext = { ...tabToButton(common.step.next), tabTo: { role: 'button', name: /^Next$/ } };

/** Begins, goes on, or sends. */
const press = (does, says, rest = {}) => ({ does, key: 'space', says, ...rest });
const read = (...says) => ({ does: `read “${says[0]}”`, key: 'Down', says });
const toMoment = { does: 'go to the moment', key: '4', says: [`${tile.missed} heading level 4`] };
const outcome = (does, words) => press(does, [words, sent], { once: [words, sent] });

const { conflict } = common;
const both = [conflict.here, about.pain, conflict.elsewhere, about.pace];
const side = (name) => ({ ...tabToButton(name), says: [name, ...both] });

/** What is heard of the moments. */
export const walks = [
  {
    name: 'a moment, noted and sent by the client',
    page: PAGE,
    steps: [
      { ...tabToButton(tile.understood), says: [empathy.title.client, tile.understood] },
      tabToButton(tile.missed),
      press('begin', [ask.about, stepOf(1)], { never: ['percent'] }),
      { does: 'Tab to what it was about', tabTo: { role: 'radio' }, says: [about.pain, '1 of 8'] },
      press('choose it', ['selected']),
      tabToNext,
      press('Next', [ask.who, stepOf(2), ask['who-hint']], { never: [ask.about, 'percent'] }),
      {
        does: 'Tab to who may see it',
        tabTo: { role: 'radio' },
        says: [who.now, who['now-means'], '1 of 3'],
      },
      press('choose it', ['selected']),
      tabToNext,
      press('Next', [ask.words.missed, stepOf(3)], { never: [ask.who, 'percent'] }),
      {
        does: 'Tab to the field',
        tabTo: { role: 'textbox' },
        says: [ask.words.missed, ask['words-hint'], seen.now, tasks['not-for-emergencies']],
      },
      { does: 'write', key: 'w', says: [] },
      tabToNext,
      press('Next', [ask.help, stepOf(4)], { never: [ask.words.missed, 'percent'] }),
      { does: 'Tab to what would help', tabTo: { role: 'radio' }, says: [help.ask, '1 of 5'] },
      press('choose it', ['selected']),
      tabToNext,
      press('Next', [led.check, preview.therapist, 'w', about.of, about.pain, help.of, help.ask]),
      tabToButton(tasks.send.now),
      outcome('send it', did.share),
      toMoment,
      read(empathy.who.you),
      read(state.sent.client),
      tabToButton(named(empathy.do.withdraw, 'w')),
      press('take it back', [did.withdraw]),
    ],
  },
  {
    name: 'a moment, before the therapist',
    page: `${PAGE}?viewer=therapist&stored=1`,
    steps: [
      { ...tabToButton(common.support.easier), says: [empathy.title.therapist, common.support.easier] },
      toMoment,
      read(empathy.who['your-client']),
      read(state.sent.therapist),
      read(moment),
      read(about.of, about.pace),
      read(help.of, help.slow),
      tabToButton(named(empathy.do.read, moment)),
      read(common.privacy.told.replace('{{people}}', common.privacy.people.therapist)),
    ],
  },
  {
    name: 'a moment, read and answered by the therapist',
    page: `${PAGE}?viewer=therapist&stored=1`,
    steps: [
      {
        ...tabToButton(named(empathy.do.reply, moment)),
        says: [group['waiting-for-me'].therapist, named(empathy.do.reply, moment)],
      },
      tabToButton(named(empathy.do.read, moment)),
      outcome('say that it is read', did.read),
      read(empathy.who['your-client']),
      read(state.read.therapist),
      tabToButton(named(empathy.do.reply, moment)),
      press('answer', [ask.reply]),
      { does: 'Tab to the field', tabTo: { role: 'textbox' }, says: [ask.reply, ask['reply-hint']] },
      tabToButton(start.thanks),
      press('begin with it', [start.thanks, ask['reply-hint']]),
      tabToNext,
      press('Next', [led.check, preview.client, start.thanks], { never: [ask.reply] }),
      tabToButton(tasks.send.reply),
      outcome('send it', did.reply),
      tabToButton(empathy.do.withdraw),
    ],
  },
  {
    name: 'an answer that is not enough yet',
    page: `${PAGE}?stored=2`,
    steps: [
      {
        ...tabToButton(named(empathy.outcome['not-yet'], moment)),
        says: [group['waiting-for-me'].client, named(empathy.outcome['not-yet'], moment)],
      },
      press('say so', [ask['not-yet'], empathy['someone-else'], 'Dr. Lee']),
      tabToButton(tasks.send.confirm),
      outcome('send it', did.confirm),
      toMoment,
      read(empathy.who.you),
      read(state['not-yet'].client),
    ],
  },
  {
    name: 'an answer after which it is better',
    page: `${PAGE}?stored=2`,
    steps: [
      toMoment,
      read(empathy.who.you),
      read(state.answered.client),
      read(moment),
      read(about.of, about.pace),
      read(help.of, help.slow),
      read(empathy.who['your-therapist']),
      read(answer),
      read(empathy['how-now']),
      tabToButton(named(empathy.outcome.better, moment)),
      press('say so', [ask.better]),
      tabToButton(tasks.send.confirm),
      outcome('send it', did.confirm),
      tabToButton(common.support.easier),
    ],
  },
  {
    name: 'an answer that is refused',
    page: `${PAGE}?stored=2&store=failing`,
    steps: [
      tabToButton(common.support.easier),
      press('make it easier', [common.support['now-easy']]),
      {
        ...tabToButton(named(empathy.outcome.better, moment)),
        says: [group['waiting-for-me'].client, named(empathy.outcome.better, moment)],
      },
      press('say so', [ask.better]),
      tabToButton(tasks.send.confirm),
      press('send it', [common.problem.title, common.problem.refused, common.problem['kept-here']], {
        once: [common.problem.refused],
      }),
      { does: 'go back to what leaves it', key: 'shift+Tab', says: [led.leave.split('.')[0]] },
    ],
  },
  {
    name: 'a moment that was told otherwise elsewhere',
    page: `${PAGE}?store=conflicting`,
    steps: [
      tabToButton(tile.missed),
      press('begin', [ask.about]),
      { does: 'Tab to what it was about', tabTo: { role: 'radio' }, says: [about.pain] },
      press('choose it', ['selected']),
      tabToNext,
      press('Next', [ask.who]),
      { does: 'Tab to who may see it', tabTo: { role: 'radio' }, says: [who.now] },
      press('choose it', ['selected']),
      tabToNext,
      press('Next', [ask.words.missed]),
      tabToButton(led.skip),
      press('skip it', [ask.help]),
      tabToButton(led.skip),
      press('skip it', [led.check]),
      tabToButton(tasks.send.now),
      press('send it', [conflict.title, conflict.text, tasks.part.about, ...both], {
        once: [conflict.title],
      }),
      side(conflict['keep-mine']),
      side(conflict['take-theirs']),
    ],
  },
];
