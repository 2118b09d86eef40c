#include <bits/stdc++.h>
using namespace std;

// day number -> year*10000 + month*100 + day
long long work(long long days) {
  long long z = days + 719468;
  long long era = z / 146097;
  unsigned doe = z - era * 146097;
  unsigned yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  long long y = yoe + era * 400;
  unsigned doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  unsigned mp = (5 * doy + 2) / 153;
  unsigned d = doy - (153 * mp + 2) / 5 + 1;
  unsigned m = mp < 10 ? mp + 3 : mp - 9;
  return (y + (m <= 2)) * 10000 + m * 100 + d;
}
