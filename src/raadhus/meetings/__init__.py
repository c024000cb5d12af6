"""Meetings: Meeting, AgendaItem, Attendance, Decision, Minutes, and the verbs that change them."""
