import common from '../../locales/en/common.json' with { type: 'json' };
import instruments from '../../locales/en/instruments.json' with { type: 'json' };

const { degrees } = instruments;
const heard = (words) => words.replaceAll('**', '');
const [first, second] = Object.values(instruments.items).map(heard);
const steps = Object.keys(instruments.items).length;

/** What is heard of the rating. */
export const walks = [
  {
    name: 'the rating, one question a screen',
    page: '/test/pages/heard.html',
    steps: [
      {
        does: 'Tab to the first option',
        tabTo: { role: 'radio' },
        says: [first, `0 ${degrees[0]}`, '1 of 7'],
      },
      { does: 'leave the arrow keys to the page', key: 'Insert+a', says: ['Focus mode'] },
      { does: 'arrow down', key: 'Down', says: [`1 ${degrees[1]}. selected`, '2 of 7'] },
      { does: 'Tab to Next', tabTo: { role: 'button', name: common.step.next }, says: [common.step.next] },
      {
        does: 'Next',
        key: 'space',
        says: [second, `Step 2 of ${steps}`],
        never: [first, 'percent'],
      },
      {
        does: 'Tab to the options of the second question',
        tabTo: { role: 'radio' },
        says: [`0 ${degrees[0]}`, '1 of 7'],
      },
    ],
  },
];
