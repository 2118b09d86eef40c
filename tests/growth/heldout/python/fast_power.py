MOD = 10**9 + 7


def power(base, exponent):
    if exponent == 0:
        return 1
    half = power(base, exponent // 2)
    half = half * half % MOD
    return half * base % MOD if exponent % 2 else half


def work(n):
    return power(5, n)
