"""What the keys do, one module for each kind; `commands` names them."""
