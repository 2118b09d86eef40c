THOUSANDS = ["", "M", "MM", "MMM"]
HUNDREDS = ["", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"]
TENS = ["", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"]
ONES = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]


def work(n):
    year = n % 4000
    text = THOUSANDS[year // 1000] + HUNDREDS[year % 1000 // 100] + TENS[year % 100 // 10] + ONES[year % 10]
    return len(text) * 31 + n % 7
