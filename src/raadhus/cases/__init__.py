"""Cases: what a case number ties together across meetings, its route and its deadlines."""
