"""Raadhus: a council's meeting packages become meetings, items, cases and decisions.

The way through the house, one function a step:

====  ===========  ==========================================  ===========  ==================================
step  is           question                                    package      the one function to read
====  ===========  ==========================================  ===========  ==================================
1     received     what is in this file?                       parsing      ``read_package(path)``
2     stored       which rows does it become, from which page? ingest       ``ingest(path, by=...)``
3     worked on    who called, treated, decided, adopted?      meetings     ``record_decision``, ``adopt_minutes``
4     indexed      what has happened since last time?          search       ``catch_up()``
5     found        which passages answer, for this reader?     search       ``search(text, reader=...)``
6     answered     what do the passages say, and where?        assistant    ``answer(question, reader=...)``
7     published    what may everyone see, from when?           publication  ``publish(meeting, by=...)``
8     weighed      how much, how long, how many?               workload     ``measure(organization, ...)``
====  ===========  ==========================================  ===========  ==================================
"""
