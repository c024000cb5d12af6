from raadhus.cli.main import main

raise SystemExit(main())
