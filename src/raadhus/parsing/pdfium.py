"""One lock for PDFium, which must not be entered by two threads of a process."""

import threading

ONE_AT_A_TIME = threading.Lock()
