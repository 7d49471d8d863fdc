import { verifierDelegation } from './delegation';

describe('period of a delegation', () => {
  it.each([
    ['2026-05-01', '2026-05-01'],
    ['2026-04-01', '2026-05-20'],
    ['2026-06-01', '2026-06-15'],
  ])('from %s to %s is fine on 1 May 2026', (du, au) => {
    expect(verifierDelegation({ du, au }, '2026-05-01')).toBeNull();
  });

  it('neither ends before it begins nor before today', () => {
    expect(verifierDelegation({ du: '2026-06-02', au: '2026-06-01' }, '2026-05-01')).toMatch(/précède/);
    expect(verifierDelegation({ du: '2026-04-02', au: '2026-04-30' }, '2026-05-01')).toMatch(/passée/);
  });
});
