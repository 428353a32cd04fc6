/* Loaded before the C library (LD_PRELOAD): the clock on the wall goes wrong by the seconds in the file that CLOCK_SHIFT names. Timers are left alone. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static long none = 0;
static volatile long *offset;

static long shift(void) {
	if (!offset) {
		const char *path = getenv("CLOCK_SHIFT");
		int file = path ? open(path, O_RDONLY) : -1;
		void *map = file < 0 ? MAP_FAILED : mmap(0, sizeof(long), PROT_READ, MAP_SHARED, file, 0);
		offset = map == MAP_FAILED ? &none : map;
	}
	return *offset;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
	int failed = syscall(SYS_clock_gettime, clock, now);
	if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += shift();
	return failed;
}

int gettimeofday(struct timeval *now, void *zone) {
	struct timespec exact;
	(void)zone;
	clock_gettime(CLOCK_REALTIME, &exact);
	now->tv_sec = exact.tv_sec;
	now->tv_usec = exact.tv_nsec / 1000;
	return 0;
}

time_t time(time_t *now) {
	struct timespec exact;
	clock_gettime(CLOCK_REALTIME, &exact);
	if (now) *now = exact.tv_sec;
	return exact.tv_sec;
}
