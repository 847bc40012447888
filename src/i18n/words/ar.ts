import instruments from '../../../locales/ar/instruments.json';
import rating from '../../../locales/ar/rating.json';
import common from '../../../locales/ar/common.json';

export const ar = { common, instruments, rating };
