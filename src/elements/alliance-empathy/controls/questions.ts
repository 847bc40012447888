import { register } from '../../../controllers/widget/register.js';
import { AllianceRating } from '../../alliance-rating/alliance-rating.js';

/* The questions are asked by the rating, which is registered when they are first shown. */

register('alliance-rating', AllianceRating);
