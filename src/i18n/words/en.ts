import instruments from '../../../locales/en/instruments.json';
import rating from '../../../locales/en/rating.json';
import common from '../../../locales/en/common.json';

export const en = { common, instruments, rating };
