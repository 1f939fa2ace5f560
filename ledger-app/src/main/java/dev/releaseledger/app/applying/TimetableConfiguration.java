package dev.releaseledger.app.applying;

import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Lets the {@link Timetable} be looked at from time to time. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class TimetableConfiguration {}
