import { expect } from '@open-wc/testing';
import { ListOrder } from '../../../src/controllers/widget/list-order.js';

const one = { shared: { id: 'one' } };
const other = { shared: { id: 'other' } };

const follow = (order: ListOrder<typeof one, 'all'>, all: readonly (typeof one)[], isLoading: boolean) => {
  order.follow(all, () => 'all', true, isLoading);
  return order.listed.flatMap((listed) => listed.all);
};

describe('the order of a list that somebody is at', () => {
  it('shows all that comes until everything has come', () => {
    const order = new ListOrder<typeof one, 'all'>(['all']);
    expect(follow(order, [], true)).to.eql([]);
    expect(follow(order, [one], true)).to.eql([one]);
    expect(follow(order, [one, other], false)).to.eql([one, other]);
    expect(order.isBehind).to.equal(false);
  });

  it('shows what comes later once they ask for it', () => {
    const order = new ListOrder<typeof one, 'all'>(['all']);
    follow(order, [one], false);
    expect(follow(order, [one, other], false)).to.eql([one]);
    expect(order.isBehind).to.equal(true);
    order.show();
    expect(follow(order, [one, other], false)).to.eql([one, other]);
    expect(order.isBehind).to.equal(false);
  });
});
