/** Exact fractions for tests: slow, simple, and nothing of the code under test in them. */
export class Rational {
  private constructor(
    readonly n: bigint,
    readonly d: bigint,
  ) {}
  static of(text: string): Rational {
    const [whole = '0', fraction = ''] = text.split('.')
    return new Rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length))
  }
  static int(value: bigint | number): Rational {
    return new Rational(BigInt(value), 1n)
  }
  plus(o: Rational): Rational {
    return new Rational(this.n * o.d + o.n * this.d, this.d * o.d)
  }
  minus(o: Rational): Rational {
    return new Rational(this.n * o.d - o.n * this.d, this.d * o.d)
  }
  times(o: Rational): Rational {
    return new Rational(this.n * o.n, this.d * o.d)
  }
  over(o: Rational): Rational {
    return new Rational(this.n * o.d, this.d * o.n)
  }
  compare(o: Rational): number {
    const difference = this.n * o.d - o.n * this.d
    return difference < 0n ? -1 : difference > 0n ? 1 : 0
  }
  floor(): bigint {
    return this.n / this.d
  }
  /** Half away from zero; only for values that are not negative. */
  round(): bigint {
    return this.plus(Rational.of('0.5')).floor()
  }
}
