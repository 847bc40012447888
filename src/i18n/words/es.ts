import instruments from '../../../locales/es/instruments.json';
import rating from '../../../locales/es/rating.json';
import common from '../../../locales/es/common.json';

export const es = { common, instruments, rating };
