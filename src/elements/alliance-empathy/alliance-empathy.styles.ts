import { buttonStyles } from '../../parts/button.styles.js';
import { cardStyles } from '../../parts/card.styles.js';
import { listStyles } from '../../parts/list.styles.js';
import { messageStyles } from '../../parts/message.styles.js';
import { optionStyles } from '../../parts/option.styles.js';
import { questionStyles } from '../../parts/question.styles.js';
import { reviewStyles } from '../../parts/review.styles.js';
import { surfaceStyles } from '../../parts/surface.styles.js';
import { tokens } from '../../parts/tokens.styles.js';
import { momentStyles } from './moment.styles.js';

export const styles = [
  tokens,
  buttonStyles,
  surfaceStyles,
  questionStyles,
  messageStyles,
  optionStyles,
  reviewStyles,
  listStyles,
  cardStyles,
  momentStyles,
];
